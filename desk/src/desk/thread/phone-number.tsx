import { useMutation } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { PhoneNumber as Answer, type HandoffView } from '#contract/desk-api.ts';
import { sentenceOf } from '../api/errors.ts';
import { useApi } from '../api/use-api.ts';

/** The family's phone number, shown on a tap: who looks it up is recorded. */
export const PhoneNumber = ({ handoff: { contact, id } }: { handoff: Pick<HandoffView, 'contact' | 'id'> }) => {
  const api = useApi();
  const asking = useMutation({ mutationFn: () => api.get(`/handoffs/${contact}/${id}/phone`, Answer) });
  if (asking.isSuccess) {
    const { phone } = asking.data;
    return phone === undefined ? (
      <span>WhatsApp does not tell this family’s number.</span>
    ) : (
      <a href={`tel:${phone}`}>{phone}</a>
    );
  }
  return (
    <>
      <Button className="button button-quiet" isDisabled={asking.isPending} onPress={() => asking.mutate()}>
        Show the phone number
      </Button>
      {asking.isError && <span role="alert">{sentenceOf(asking.error)}</span>}
    </>
  );
};
