import { useMutation } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { sentenceOf } from '../../api/errors.ts';
import { useApi } from '../../api/use-api.ts';
import { saveFile } from '../improve/save-file.ts';

const EXPORTS = [
  { format: 'csv', file: 'people', words: 'People' },
  { format: 'csv', file: 'schools', words: 'Schools' },
  { format: 'csv', file: 'days', words: 'Days' },
  { format: 'oneroster', file: 'users', words: 'OneRoster users' },
  { format: 'oneroster', file: 'orgs', words: 'OneRoster orgs' },
] as const;

type Export = (typeof EXPORTS)[number];

/** Saves what stands in the directory as files that a spreadsheet opens, and that can be imported again. */
export const Exports = () => {
  const api = useApi();
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: ({ format, file }: Export) => api.download(`/directory/export?format=${format}&file=${file}`),
    onSuccess: (bytes, { file }) => saveFile(bytes, `${file}.csv`),
  });
  return (
    <section className="card import-exports" aria-labelledby="exports">
      <h2 id="exports">Export</h2>
      <p>Save what stands here as CSV. Change it in a spreadsheet, and import it above.</p>
      <div className="school-buttons">
        {EXPORTS.map((one) => (
          <Button
            key={one.words}
            className="button"
            aria-label={`Export ${one.words}`}
            onPress={() => !isPending && mutate(one)}
          >
            {isPending && variables === one ? 'Exporting…' : one.words}
          </Button>
        ))}
      </div>
      {error && (
        <p className="field-error" role="alert">
          {sentenceOf(error)}
        </p>
      )}
    </section>
  );
};
