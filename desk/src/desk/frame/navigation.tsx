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

const EVERYBODY: readonly Role[] = ['agent', 'lead', 'admin', 'editor'];

/** The pages, and who sees them. The server decides; this only leaves out what it would refuse. */
const PLACES: readonly Place[] = [
  { path: '/', words: 'Waiting', icon: 'waiting', roles: ['agent', 'lead', 'admin'] },
  { path: '/summary', words: 'Summary', icon: 'summary', roles: EVERYBODY },
  { path: '/improve', words: 'Improve', icon: 'improve', roles: EVERYBODY },
  { path: '/people', words: 'People', icon: 'people', roles: ['admin'] },
  { path: '/record', words: 'Record', icon: 'record', roles: ['lead', 'admin'] },
];

/** Whether a role goes so far. */
export const maySee = (role: Role, path: string): boolean =>
  PLACES.some((place) => place.path === path && place.roles.includes(role));

const isAt = (path: string, location: string): boolean =>
  path === '/' ? location === '/' || location.startsWith('/handoffs/') : location.startsWith(path);

/** The way to the pages that somebody may see. */
export const Navigation = ({ me, waiting }: { me: Me; waiting: number | undefined }) => {
  const [location] = useLocation();
  return (
    <nav className="frame-nav" aria-label="Pages">
      <ul>
        {PLACES.filter(({ roles }) => roles.includes(me.person.role)).map(({ path, words, icon }) => (
          <li key={path}>
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
          </li>
        ))}
      </ul>
    </nav>
  );
};
