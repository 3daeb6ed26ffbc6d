import type { ReactNode } from 'react';

interface BesideProps {
  readonly original: ReactNode;
  /** Absent where there is none, or the original is English. */
  readonly english?: ReactNode;
  /** Where the English comes from. */
  readonly source?: string;
}

/** Words as the family writes or reads them, and their English beside them; below them on a narrow page. */
export const Beside = ({ original, english, source }: BesideProps) => (
  <div className="beside">
    <div className="beside-original">{original}</div>
    {english !== undefined && (
      <div className="beside-english" lang="en">
        {english}
        {source && <p className="beside-source">{source}</p>}
      </div>
    )}
  </div>
);
