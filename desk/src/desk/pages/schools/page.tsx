import { useState } from 'react';
import type { DistrictView } from '#contract/district-api.ts';
import { useNow } from '../../api/clock.ts';
import { useDistrict } from '../../api/use-district.ts';
import { useMe } from '../../api/use-me.ts';
import { announce } from '../../frame/announce.tsx';
import { Page } from '../../frame/page.tsx';
import { Empty, Loading, Trouble } from '../../frame/states.tsx';
import { ClosureDialog } from './closure-dialog.tsx';
import { standingWords } from './closure-words.ts';
import { longDate, wallClock } from './dates.ts';
import { SchoolCard } from './school-card.tsx';

const Schools = ({ district }: { district: DistrictView }) => {
  const me = useMe();
  const now = useNow();
  const [closing, setClosing] = useState<string>();
  const { today, timeZone, schools, mayEdit } = district;
  const isMine = (id: string) => me.schools.some((school) => school.id === id);
  const chosen = schools.find(({ id }) => id === closing);
  return (
    <>
      <ul className="school-list" aria-label="Schools">
        {schools.map((school) => (
          <SchoolCard
            key={school.id}
            school={school}
            today={today}
            clock={wallClock(now, timeZone)}
            maySwitch={isMine(school.id)}
            mayEdit={mayEdit && isMine(school.id)}
            onClosing={() => setClosing(school.id)}
          />
        ))}
      </ul>
      {chosen && (
        <ClosureDialog
          school={chosen}
          today={today}
          onClose={() => setClosing(undefined)}
          onSaved={(closure) => {
            announce(`Saved for ${chosen.name}. ${standingWords(closure, today)}`);
            setClosing(undefined);
          }}
        />
      )}
    </>
  );
};

/** The schools: what today is like at each, and the switch for closings. */
export default function SchoolsPage() {
  const { data, error, refetch } = useDistrict();
  const about = 'Switch a closing on, and families who ask “Is there school today?” hear of it at once.';
  return (
    <Page title={data ? `Schools on ${longDate(data.today)}` : 'Schools'} about={about}>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.schools.length === 0 && (
        <Empty title="There are no schools yet.">An admin adds them on the import page.</Empty>
      )}
      {data && data.schools.length > 0 && <Schools district={data} />}
    </Page>
  );
}
