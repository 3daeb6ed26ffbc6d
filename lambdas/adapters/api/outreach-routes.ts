import { Observances, SurveyChange, SurveyStep } from '#contract/outreach-api.ts';
import type { DeskRequest } from './request.ts';
import { get, ok, post, put, type Route } from './route.ts';

const SURVEY = /^[\w.-]{1,40}$/;
const surveyIn = (request: DeskRequest) => request.param('id', SURVEY);

/** What is asked about the messages that Homeroom sends of its own accord. */
export const OUTREACH_ROUTES: readonly Route[] = [
  get('/surveys', (desk) => ok(desk.surveys())),
  put('/surveys/{id}', (desk, request) => ok(desk.saveSurvey(surveyIn(request), request.body(SurveyChange)))),
  post('/surveys/{id}/steps', (desk, request) => ok(desk.moveSurvey(surveyIn(request), request.body(SurveyStep)))),
  get('/surveys/{id}/reach', (desk, request) => ok(desk.surveyReach(surveyIn(request)))),
  get('/surveys/{id}/figures', (desk, request) => ok(desk.surveyFigures(surveyIn(request)))),
  get('/templates', (desk) => ok(desk.templates())),
  get('/observances', (desk) => ok(desk.observances())),
  put('/observances', (desk, request) => ok(desk.saveObservances(request.body(Observances)))),
];
