import { ActionRequest, LinkRequest, PersonRequest, PreviewRequest } from '#contract/desk-api.ts';
import { ClosureChange, DirectoryPersonChange, ImportRequest, SchoolChange } from '#contract/district-api.ts';
import { contactId, type HandoffId } from '#core/ids.ts';
import { csv, file, table } from './answer.ts';
import { EVENT_ROUTES } from './events-routes.ts';
import { FEEDS_ROUTES } from './feeds-routes.ts';
import { OUTREACH_ROUTES } from './outreach-routes.ts';
import type { DeskRequest } from './request.ts';
import { get, ok, post, put, type Route } from './route.ts';

const CONTACT = /^[\w-]{1,64}$/;
const HANDOFF = /^[\w.]{1,40}$/;
const WHOLE = /^\d{1,9}$/;
const TIME = /^\d{1,15}$/;
const SUBJECT = /^[^\s\p{Cc}]{1,200}$/u;

/** Ids of schools and of people whom families can reach. */
const KNOWN = /^[\w.:@-]{1,120}$/;
/** Five megabytes of text, with everything around it and the line ends escaped. */
const MOST_IMPORT_BYTES = 8 * 1024 * 1024;

const contactIn = (request: DeskRequest) => contactId(request.param('contact', CONTACT));
const handoffIn = (request: DeskRequest) => request.param('id', HANDOFF) as HandoffId;
const numberIn = (request: DeskRequest, name: string) => Number(request.param(name, WHOLE));
const viewIn = (request: DeskRequest) => (request.query('view') === 'resolved' ? 'resolved' : 'waiting');
const sinceIn = (request: DeskRequest) => {
  const since = request.query('since') ?? '';
  return TIME.test(since) ? Number(since) : 0;
};

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
  get('/attachments/{contact}/{turn}/{index}/{file}', async (desk, request) => {
    const [turn, index, one] = [numberIn(request, 'turn'), numberIn(request, 'index'), numberIn(request, 'file')];
    return file(await desk.attachment(contactIn(request), turn, index, one));
  }),
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
  get('/district', (desk) => ok(desk.district())),
  put('/district/schools/{id}', (desk, request) =>
    ok(desk.editSchool(request.param('id', KNOWN), request.body(SchoolChange))),
  ),
  put('/district/schools/{id}/closure', (desk, request) =>
    ok(desk.closeSchool(request.param('id', KNOWN), request.body(ClosureChange))),
  ),
  get('/directory', (desk, request) =>
    ok(
      desk.directory({
        ...{ q: request.query('q'), school: request.query('school'), cursor: request.query('cursor') },
      }),
    ),
  ),
  put('/directory/{id}', (desk, request) =>
    ok(desk.editPerson(request.param('id', KNOWN), request.body(DirectoryPersonChange))),
  ),
  post('/directory/import/preview', (desk, request) =>
    ok(desk.previewImport(request.body(ImportRequest, MOST_IMPORT_BYTES))),
  ),
  post('/directory/import', (desk, request) => ok(desk.import(request.body(ImportRequest, MOST_IMPORT_BYTES)))),
  get('/directory/export', async (desk, request) =>
    csv(await desk.exportDistrict({ format: request.query('format') ?? 'csv', file: request.query('file') ?? '' })),
  ),
  ...OUTREACH_ROUTES,
  ...FEEDS_ROUTES,
  ...EVENT_ROUTES,
];
