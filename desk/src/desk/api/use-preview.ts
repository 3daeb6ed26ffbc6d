import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Preview } from '#contract/desk-api.ts';
import type { Lang } from '#core/language.ts';
import { useApi } from './use-api.ts';

/** How long somebody must have stopped typing before their words are translated. */
const PAUSE_MS = 600;

const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === '' ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};

interface PreviewOf {
  readonly text: string;
  readonly lang: Lang;
  readonly topic: string | undefined;
}

/** How a reply would read. `isCurrent`: it belongs to the very words that stand there now. */
export const usePreview = ({ text, lang, topic }: PreviewOf) => {
  const api = useApi();
  const words = text.trim();
  const settled = useSettled(words);
  const query = useQuery({
    queryKey: ['preview', lang, topic, settled],
    queryFn: ({ signal }) =>
      api.post('/preview', { text: settled, lang, ...(topic === undefined ? {} : { topic }) }, Preview, signal),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: 1,
  });
  const isCurrent = settled === words && query.isSuccess && !query.isPlaceholderData;
  return {
    preview: words === '' ? undefined : query.data,
    isCurrent,
    /** The sentence to show where not even a preview could be had. */
    error: settled === words ? query.error : null,
  };
};
