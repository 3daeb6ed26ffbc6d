import {
  CancelRequest,
  CheckRequest,
  EventChange,
  EventPreviewRequest,
  EventTextRequest,
  WHENS,
  type When,
} from '#contract/events-api.ts';
import { isLang, SOURCE_LANG } from '#core/language.ts';
import type { DeskRequest } from './request.ts';
import { get, ok, post, put, type Route } from './route.ts';

/** Ids of events; those of calendars are made by us too. */
const EVENT = /^[\w.-]{1,60}$/;

const eventIn = (request: DeskRequest) => request.param('id', EVENT);
const whenIn = (request: DeskRequest): When => WHENS.find((when) => when === request.query('when')) ?? 'upcoming';
const langIn = (request: DeskRequest) => {
  const lang = request.query('lang');
  return isLang(lang) ? lang : SOURCE_LANG;
};

/** What is asked about events. */
export const EVENT_ROUTES: readonly Route[] = [
  get('/events', (desk, request) => {
    const [q, school, cursor] = [request.query('q'), request.query('school'), request.query('cursor')];
    return ok(desk.events({ when: whenIn(request), q, school, cursor }));
  }),
  get('/events/gaps', (desk) => ok(desk.eventGaps())),
  post('/events/preview', (desk, request) => ok(desk.previewEvent(request.body(EventPreviewRequest)))),
  post('/events/translate', (desk, request) => ok(desk.translateEvent(request.body(EventTextRequest)))),
  get('/events/{id}', (desk, request) => ok(desk.event(eventIn(request)))),
  put('/events/{id}', (desk, request) => ok(desk.editEvent(eventIn(request), request.body(EventChange)))),
  post('/events/{id}/cancel', (desk, request) => ok(desk.cancelEvent(eventIn(request), request.body(CancelRequest)))),
  post('/events/{id}/check', (desk, request) => ok(desk.checkEvent(eventIn(request), request.body(CheckRequest)))),
  get('/events/{id}/preview', (desk, request) => ok(desk.previewStoredEvent(eventIn(request), langIn(request)))),
  get('/events/{id}/people', (desk, request) => ok(desk.eventPeople(eventIn(request), request.query('occurrence')))),
  get('/events/{id}/figures', (desk, request) => ok(desk.eventFigures(eventIn(request)))),
];
