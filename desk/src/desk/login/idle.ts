import { useEffect, useState } from 'react';

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const CHECK_MS = 1000;
/** How long before the end people are warned. */
const WARNING_MS = 60_000;

interface Idle {
  /** Milliseconds until the session ends, while a warning is due. */
  readonly endsInMs: number | undefined;
  /** Somebody is here. */
  readonly stay: () => void;
}

/**
 * Watches for keys and taps. A clock is compared and not a timer awaited: a laptop that slept has been idle too.
 * @param onIdle called once nobody has been here for so long
 */
export const useIdle = (minutes: number, onIdle: () => void): Idle => {
  const [lastActive, setLastActive] = useState(() => ({ at: Date.now() }));
  const [endsInMs, setEndsInMs] = useState<number>();
  useEffect(() => {
    let isWarned = false;
    const live = () => {
      if (!isWarned) lastActive.at = Date.now();
    };
    const check = () => {
      const remaining = lastActive.at + minutes * 60_000 - Date.now();
      if (remaining <= 0) return onIdle();
      // Once warned, only a plain yes counts: a bag on the keyboard does not.
      isWarned = remaining <= WARNING_MS;
      setEndsInMs(isWarned ? remaining : undefined);
    };
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, live, { passive: true, capture: true });
    document.addEventListener('visibilitychange', check);
    const timer = setInterval(check, CHECK_MS);
    return () => {
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, live, { capture: true });
      document.removeEventListener('visibilitychange', check);
      clearInterval(timer);
    };
  }, [lastActive, minutes, onIdle]);
  const stay = () => {
    setLastActive({ at: Date.now() });
    setEndsInMs(undefined);
  };
  return { endsInMs, stay };
};
