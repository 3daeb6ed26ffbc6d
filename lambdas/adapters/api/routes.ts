import type { StaffDesk } from '#app/desk/staff-desk.ts';
import { ActionRequest, API_PREFIX, LinkRequest, PersonRequest, PreviewRequest } from '#contract/desk-api.ts';
import { contactId, type HandoffId } from '#core/ids.ts';
import { type Answer, file, json, table } from './answer.ts';
import type { DeskRequest } from './request.ts';

/** One address of the API: what is asked there of the desk. Who may ask is the desk's own business. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly run: (desk: StaffDesk, request: DeskRequest) => Answer | Promise<Answer>;
}

const CONTACT = /^[\w-]{1,64}$/;
const HANDOFF = /^[\w.]{1,40}$/;
const WHOLE = /^\d{1,9}$/;
const TIME = /^\d{1,15}$/;
const SUBJECT = /^[^\s\p{Cc}]{1,200}$/u;

const contactIn = (request: DeskRequest) => contactId(request.param('contact', CONTACT));
const handoffIn = (request: DeskRequest) => request.param('id', HANDOFF) as HandoffId;
const numberIn = (request: DeskRequest, name: string) => Number(request.param(name, WHOLE));
const viewIn = (request: DeskRequest) => (request.query('view') === 'resolved' ? 'resolved' : 'waiting');
const sinceIn = (request: DeskRequest) => {
  const since = request.query('since') ?? '';
  return TIME.test(since) ? Number(since) : 0;
};

const get = (path: string, run: Route['run']): Route => ({ method: 'GET', path: `${API_PREFIX}${path}`, run });
const post = (path: string, run: Route['run']): Route => ({ method: 'POST', path: `${API_PREFIX}${path}`, run });
const put = (path: string, run: Route['run']): Route => ({ method: 'PUT', path: `${API_PREFIX}${path}`, run });

const ok = async (answer: object | Promise<object>): Promise<Answer> => json(200, await answer);

/** Every address of the API. */
export const ROUTES: readonly Route[] = [
  get('/me', (desk) => ok(desk.me())),
  get('/handoffs', (desk, request) => ok(desk.queue(viewIn(request), request.query('cursor')))),
  get('/changes', (desk, request) => ok(desk.changes(sinceIn(request)))),
  get('/handoffs/{contact}/{id}', (desk, request) =>
    ok(desk.thread(contactIn(request), handoffIn(request), request.query('cursor'))),
  ),
  get('/handoffs/{contact}/{id}/phone', (desk, request) =>
    ok(desk.phoneNumber(contactIn(request), handoffIn(request))),
  ),
  post('/handoffs/{contact}/{id}/actions', (desk, request) =>
    ok(desk.act(contactIn(request), handoffIn(request), request.body(ActionRequest))),
  ),
  post('/preview', (desk, request) => ok(desk.preview(request.body(PreviewRequest)))),
  get('/saved-replies', (desk) => ok(desk.savedReplies())),
  get('/media/{contact}/{turn}/{index}', async (desk, request) =>
    file(await desk.media(contactIn(request), numberIn(request, 'turn'), numberIn(request, 'index'))),
  ),
  get('/summary', (desk, request) => ok(desk.summary(request.days(7)))),
  get('/questions', (desk, request) => ok(desk.questions(request.days(30)))),
  post('/questions/link', (desk, request) => ok(desk.link(request.body(LinkRequest)))),
  get('/questions/export', async (desk, request) =>
    table(await desk.exportQuestions(request.days(30)), 'questions.tsv'),
  ),
  get('/people', (desk) => ok(desk.people())),
  put('/people/{id}', (desk, request) =>
    ok(desk.savePerson(request.param('id', SUBJECT), request.body(PersonRequest))),
  ),
  get('/record', (desk, request) => ok(desk.record(request.query('cursor')))),
];
