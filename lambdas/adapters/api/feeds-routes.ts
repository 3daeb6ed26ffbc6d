import { EventsImportRequest, FeedChange, FeedPreviewRequest } from '#contract/feeds-api.ts';
import type { DeskRequest } from './request.ts';
import { get, ok, post, put, type Route } from './route.ts';

const FEED = /^[\w-]{1,40}$/;
/** Five megabytes of text, with everything around it and the line ends escaped. */
const MOST_IMPORT_BYTES = 8 * 1024 * 1024;

const feedIn = (request: DeskRequest) => request.param('id', FEED);

/** What is asked about calendars that are followed, and about tables of events. */
export const FEEDS_ROUTES: readonly Route[] = [
  get('/feeds', (desk) => ok(desk.feeds())),
  post('/feeds/preview', (desk, request) => ok(desk.previewFeed(request.body(FeedPreviewRequest)))),
  put('/feeds/{id}', (desk, request) => ok(desk.saveFeed(feedIn(request), request.body(FeedChange)))),
  post('/feeds/{id}/look', (desk, request) => ok(desk.lookAtFeed(feedIn(request)))),
  post('/events/import/preview', (desk, request) =>
    ok(desk.previewEventsImport(request.body(EventsImportRequest, MOST_IMPORT_BYTES))),
  ),
  post('/events/import', (desk, request) =>
    ok(desk.importEvents(request.body(EventsImportRequest, MOST_IMPORT_BYTES))),
  ),
];
