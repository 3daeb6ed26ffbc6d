import type { RefObject } from 'react';
import { Button, DropZone, FileTrigger, Text } from 'react-aria-components';

interface FileBoxProps {
  readonly isDisabled: boolean;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are chosen, or dropped. */
export const FileBox = ({ isDisabled, button, onFiles }: FileBoxProps) => (
  <DropZone
    className="file-box"
    isDisabled={isDisabled}
    onDrop={async ({ items }) => {
      const files = await Promise.all(items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : [])));
      if (files.length > 0) onFiles(files);
    }}
  >
    <Text slot="label" className="file-box-label">
      Drop files here, or
    </Text>
    <FileTrigger
      allowsMultiple
      acceptedFileTypes={['.csv', '.zip', 'text/csv', 'application/zip']}
      onSelect={(list) => list && list.length > 0 && onFiles([...list])}
    >
      <Button ref={button} className="button button-primary" isDisabled={isDisabled}>
        Choose files
      </Button>
    </FileTrigger>
    <p className="hint">
      Homeroom’s tables (schools.csv, people.csv, days.csv), or a OneRoster 1.1 or 1.2 export as .zip or .csv files.
    </p>
  </DropZone>
);
