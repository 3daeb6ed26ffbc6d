import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Link, useLocation } from 'wouter';
import type { Me } from '#contract/desk-api.ts';
import type { Role } from '#core/handoff.ts';
import { Icon, type IconName } from './icons.tsx';

interface Place {
  readonly path: string;
  readonly words: string;
  readonly icon: IconName;
  readonly roles: readonly Role[];
}

const ANSWERING: readonly Role[] = ['agent', 'lead', 'admin'];
const EVERYBODY: readonly Role[] = [...ANSWERING, 'editor'];
/** So many stand beside each other on a phone; the others under “More”. */
const MOST_IN_SIGHT = 4;

/** The pages, and who sees them. The server decides; this only leaves out what it would refuse. */
const PLACES: readonly Place[] = [
  { path: '/', words: 'Waiting', icon: 'waiting', roles: ANSWERING },
  { path: '/summary', words: 'Summary', icon: 'summary', roles: EVERYBODY },
  { path: '/events', words: 'Events', icon: 'events', roles: EVERYBODY },
  { path: '/schools', words: 'Schools', icon: 'school', roles: ANSWERING },
  { path: '/directory', words: 'Directory', icon: 'directory', roles: ANSWERING },
  { path: '/improve', words: 'Improve', icon: 'improve', roles: EVERYBODY },
  { path: '/calendars', words: 'Calendars', icon: 'calendar', roles: ['lead', 'admin', 'editor'] },
  { path: '/surveys', words: 'Surveys', icon: 'survey', roles: ['lead', 'admin'] },
  { path: '/templates', words: 'Templates', icon: 'note', roles: ['lead', 'admin'] },
  { path: '/import', words: 'Import', icon: 'import', roles: ['admin'] },
  { path: '/people', words: 'People', icon: 'people', roles: ['admin'] },
  { path: '/record', words: 'Record', icon: 'record', roles: ['lead', 'admin'] },
];

/** Whether a role goes so far. */
export const maySee = (role: Role, path: string): boolean =>
  PLACES.some((place) => place.path === path && place.roles.includes(role));

const isAt = (path: string, location: string): boolean =>
  path === '/' ? location === '/' || location.startsWith('/handoffs/') : location.startsWith(path);

const PlaceLink = ({ place, waiting }: { place: Place; waiting: number | undefined }) => {
  const [location] = useLocation();
  const { path, words, icon } = place;
  return (
    <Link href={path} className="frame-link" {...(isAt(path, location) ? { 'aria-current': 'page' } : {})}>
      <Icon name={icon} />
      <span>{words}</span>
      {path === '/' && waiting !== undefined && waiting > 0 && (
        <span className="frame-count">
          {waiting}
          <span className="visually-hidden"> waiting</span>
        </span>
      )}
    </Link>
  );
};

/** The rest of the pages, where the bar is too narrow for all. */
const More = ({ places }: { places: readonly Place[] }) => {
  const [location, goTo] = useLocation();
  return (
    <MenuTrigger>
      <Button className="frame-link frame-more-button" data-current={places.some(({ path }) => isAt(path, location))}>
        <Icon name="menu" />
        <span>More</span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label="More pages">
          {places.map(({ path, words }) => (
            <MenuItem key={path} id={path} className="menu-item" onAction={() => goTo(path)}>
              {words}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
};

/** The way to the pages that somebody may see. */
export const Navigation = ({ me, waiting }: { me: Me; waiting: number | undefined }) => {
  const places = PLACES.filter(({ roles }) => roles.includes(me.person.role));
  const hasMore = places.length > MOST_IN_SIGHT + 1;
  const isRest = (index: number) => hasMore && index >= MOST_IN_SIGHT;
  return (
    <nav className="frame-nav" aria-label="Pages">
      <ul>
        {places.map((place, index) => (
          <li key={place.path} className={isRest(index) ? 'frame-rest' : undefined}>
            <PlaceLink place={place} waiting={waiting} />
          </li>
        ))}
        {hasMore && (
          <li className="frame-more">
            <More places={places.filter((_, index) => isRest(index))} />
          </li>
        )}
      </ul>
    </nav>
  );
};
