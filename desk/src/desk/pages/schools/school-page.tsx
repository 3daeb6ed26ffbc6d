import { Link } from 'wouter';
import { useDistrict } from '../../api/use-district.ts';
import { useMe } from '../../api/use-me.ts';
import { Icon } from '../../frame/icons.tsx';
import { Page } from '../../frame/page.tsx';
import { Empty, Loading, Trouble } from '../../frame/states.tsx';
import { SchoolForm } from './school-form.tsx';

const Back = (
  <Link href="/schools" className="button">
    <Icon name="back" />
    All schools
  </Link>
);

/** The form of one school, at an address of its own. */
export default function SchoolPage({ id }: { id: string }) {
  const me = useMe();
  const { data, error, refetch } = useDistrict();
  const school = data?.schools.find((one) => one.id === id);
  const mayEdit = data?.mayEdit && me.schools.some((one) => one.id === id);
  return (
    <Page
      title={school?.name ?? 'School'}
      about="What families are told of this school. A field that is left empty is answered with the district’s, or with “ask the office”."
      actions={Back}
    >
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && !school && <Empty title="There is no such school">Choose one from the list.</Empty>}
      {data && school && !mayEdit && (
        <Empty title="Your role does not include editing this school">Ask a lead or an admin of the school.</Empty>
      )}
      {data && school && mayEdit && <SchoolForm key={school.id} school={school} district={data} />}
    </Page>
  );
}
