import { useEffect, useState } from 'react';

/** So long after the last key a search is begun. */
const SETTLE_MS = 250;

/** A value as soon as it has stood still for a moment. */
export const useSettled = <Value>(value: Value): Value => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};
