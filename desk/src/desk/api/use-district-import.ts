import { useSyncExternalStore } from 'react';
import { createImportJob, type ImportJob, type ImportState } from '../pages/import/import-job.ts';
import type { Api } from './client.ts';
import { useApi } from './use-api.ts';

/** One for each login: it goes on while other pages are looked at, and is forgotten with the login. */
const jobs = new WeakMap<Api, ImportJob>();

const jobOf = (api: Api): ImportJob => {
  const job = jobs.get(api) ?? createImportJob(api);
  jobs.set(api, job);
  return job;
};

/** The import of who is logged in, as it stands. */
export const useImportJob = (): { readonly job: ImportJob; readonly state: ImportState } => {
  const job = jobOf(useApi());
  return { job, state: useSyncExternalStore(job.subscribe, job.get) };
};
