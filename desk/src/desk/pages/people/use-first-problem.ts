import { useEffect, useRef } from 'react';

/** @returns a ref for a form: where something is wrong in it, that is where the person goes on, after the fields show it */
export const useFirstProblem = (problems: object) => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(problems).length > 0) form.current?.querySelector<HTMLElement>('[data-invalid] input')?.focus();
  }, [problems]);
  return form;
};
