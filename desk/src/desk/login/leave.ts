import { createContext, useContext } from 'react';
import type { Ending } from './session.ts';

/** Holds how one leaves the desk. */
export const LeaveContext = createContext<(reason: Ending) => void>(() => undefined);

/** Logs out, and drops all that the page remembers. */
export const useLeave = (): ((reason: Ending) => void) => useContext(LeaveContext);
