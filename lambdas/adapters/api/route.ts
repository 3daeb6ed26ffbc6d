import type { StaffDesk } from '#app/desk/staff-desk.ts';
import { API_PREFIX } from '#contract/desk-api.ts';
import { type Answer, json } from './answer.ts';
import type { DeskRequest } from './request.ts';

/** One address of the API: what is asked there of the desk. Who may ask is the desk's own business. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly run: (desk: StaffDesk, request: DeskRequest) => Answer | Promise<Answer>;
}

export const get = (path: string, run: Route['run']): Route => ({ method: 'GET', path: `${API_PREFIX}${path}`, run });
export const post = (path: string, run: Route['run']): Route => ({ method: 'POST', path: `${API_PREFIX}${path}`, run });
export const put = (path: string, run: Route['run']): Route => ({ method: 'PUT', path: `${API_PREFIX}${path}`, run });

export const ok = async (answer: object | Promise<object>): Promise<Answer> => json(200, await answer);
