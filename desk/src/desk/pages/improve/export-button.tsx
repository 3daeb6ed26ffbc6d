import { useMutation } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { sentenceOf } from '../../api/errors.ts';
import { useApi } from '../../api/use-api.ts';
import { saveFile } from './save-file.ts';

/** `homeroom-questions-2026-11-23.tsv`, by the date where it is saved. */
const fileName = (now: Date) => {
  const date = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return `homeroom-questions-${date.map((part) => String(part).padStart(2, '0')).join('-')}.tsv`;
};

/** Saves the linked questions as a file: language, topic, question. */
export const ExportButton = ({ days }: { days: number }) => {
  const api = useApi();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.download(`/questions/export?days=${days}`),
    onSuccess: (bytes) => saveFile(bytes, fileName(new Date())),
  });
  return (
    <div className="export-box">
      <Button className="button" onPress={() => !isPending && mutate()}>
        {isPending ? 'Exporting…' : 'Export linked questions'}
      </Button>
      {error && (
        <p className="link-bar-error" role="alert">
          {sentenceOf(error)}
        </p>
      )}
    </div>
  );
};
