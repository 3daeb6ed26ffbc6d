import { useSyncExternalStore } from 'react';

/** From here on parents, phone and panel stand side by side; the style sheets use the same width. */
const WIDE = '(min-width: 1024px)';

const subscribe = (notify: () => void) => {
  const query = matchMedia(WIDE);
  query.addEventListener('change', notify);
  return () => query.removeEventListener('change', notify);
};

export const useIsWide = () => useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches);
