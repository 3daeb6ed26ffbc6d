import { useEffect, useState } from 'react';

/** The server's clock minus this machine's: waiting times are told by the server's. */
let offsetMs = 0;

/** @param now the server's clock, milliseconds since 1970 */
export const setServerNow = (now: number): void => {
  offsetMs = now - Date.now();
};

/** The server's clock, milliseconds since 1970. */
const serverNow = (): number => Date.now() + offsetMs;

const REFRESH_MS = 5000;

/** The server's clock, brought up to date every few seconds. */
export const useNow = (): number => {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
};
