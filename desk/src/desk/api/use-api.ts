import { createContext, useContext } from 'react';
import type { Api } from './client.ts';

/** Holds the API of who is logged in. */
export const ApiContext = createContext<Api | undefined>(undefined);

/** The API of who is logged in: `{ get, post, put, download }`. */
export const useApi = (): Api => {
  const api = useContext(ApiContext);
  if (!api) throw new Error('useApi is used outside of the login gate: wrap it in ApiContext.');
  return api;
};
