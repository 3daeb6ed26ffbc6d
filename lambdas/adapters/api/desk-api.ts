import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { CursorError } from '#app/desk/cursor.ts';
import { DeskError, type DeskErrorKind } from '#app/desk/desk-error.ts';
import { personOf } from '#app/desk/sign-in.ts';
import { type DeskWorld, staffDesk } from '#app/desk/staff-desk.ts';
import { KeysUnavailableError, type TokenVerifier } from '#app/desk/token.ts';
import { type Answer, failure } from './answer.ts';
import { matchPath, requestOf, tokenOf } from './request.ts';
import { ROUTES } from './routes.ts';

const STATUS: Readonly<Record<DeskErrorKind, number>> = {
  bad_request: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  unavailable: 503,
};

const routeOf = ({ rawPath, requestContext }: APIGatewayProxyEventV2) => {
  for (const route of ROUTES) {
    if (route.method !== requestContext.http.method) continue;
    const params = matchPath(route.path, rawPath);
    if (params) return { route, params };
  }
  return undefined;
};

/** The API behind the desk: from a request of API Gateway to its answer. It never throws. */
export const createDeskApi = (world: DeskWorld, verifier: TokenVerifier) => {
  const { log, staff, district } = world;

  const answerOf = async (event: APIGatewayProxyEventV2): Promise<Answer> => {
    const token = tokenOf(event);
    const subject = token === undefined ? undefined : await verifier.verify(token);
    if (subject === undefined) return failure(401, 'You are not logged in any more. Log in again.');
    const [person] = await Promise.all([personOf(staff, subject), district.refresh()]);
    const found = routeOf(event);
    if (!found) return failure(404, 'There is nothing at this address.');
    return await found.route.run(staffDesk(world, person), requestOf(event, found.params));
  };

  const answerTo = (error: unknown): Answer => {
    if (error instanceof DeskError) return failure(STATUS[error.kind], error.message);
    if (error instanceof CursorError) return failure(400, 'This list has changed. Load it from its start.');
    const name = error instanceof Error ? error.name : 'unknown';
    log.alarm('desk_failed', { error: name });
    return error instanceof KeysUnavailableError
      ? failure(503, 'Nobody can be let in for the moment. Try again in a minute.')
      : failure(500, 'Something went wrong at our side. Try again; what you wrote is not lost.');
  };

  return async (event: APIGatewayProxyEventV2): Promise<Answer> => {
    try {
      const answer = await answerOf(event);
      if (answer.statusCode === 401) log.warn('desk_refused', { code: 401 });
      return answer;
    } catch (error) {
      const answer = answerTo(error);
      if (answer.statusCode === 403) log.warn('desk_refused', { code: 403 });
      return answer;
    }
  };
};
