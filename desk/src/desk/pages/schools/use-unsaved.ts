import { useEffect } from 'react';

/** Lets the browser ask before a page with something unsaved is closed. */
export const useUnsaved = (hasUnsaved: boolean): void => {
  useEffect(() => {
    if (!hasUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [hasUnsaved]);
};
