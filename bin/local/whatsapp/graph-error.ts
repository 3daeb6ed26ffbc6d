/** What the Graph API answers when it refuses, in Meta's own shape and words. */
import { randomBytes } from 'node:crypto';

/** A refusal; `body` is the answer's JSON. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly status: number;
  readonly body: unknown;

  constructor(
    status: number,
    code: number,
    message: string,
    details?: string,
    type = 'OAuthException',
    subcode?: number,
  ) {
    super(details ?? message);
    this.status = status;
    this.body = {
      error: {
        message,
        type,
        code,
        ...(subcode !== undefined && { error_subcode: subcode }),
        ...(details !== undefined && { error_data: { messaging_product: 'whatsapp', details } }),
        fbtrace_id: `A${randomBytes(16).toString('base64url')}`,
      },
    };
  }
}

/** 100: a parameter of the request's outer form is missing or wrong. */
export const badParameter = (sentence: string) => new GraphError(400, 100, `(#100) ${sentence}`);
/** 131008: something is missing inside an interactive message. */
export const missing = (details: string) =>
  new GraphError(400, 131008, '(#131008) Required parameter is missing', details);
/** 131009: a value inside an interactive message breaks a rule, or a message id is unknown. */
export const notValid = (details: string) =>
  new GraphError(400, 131009, '(#131009) Parameter value is not valid', details);
/** 131051: a kind of message that does not exist, or that this stand-in does not know. */
export const unsupportedType = (details: string) =>
  new GraphError(400, 131051, '(#131051) Unsupported message type', details);

export const noToken = () => new GraphError(401, 104, 'An access token is required to request this resource.');
export const wrongToken = () => new GraphError(401, 190, 'Invalid OAuth access token - Cannot parse access token');
export const noSuchObject = (id: string) =>
  new GraphError(
    400,
    100,
    `Unsupported post request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
    undefined,
    'GraphMethodException',
    33,
  );
export const noSuchTemplate = (name: string, language: string) =>
  new GraphError(
    404,
    132001,
    '(#132001) Template name does not exist in the translation',
    `template name (${name}) does not exist in ${language}`,
  );
export const templatePaused = () =>
  new GraphError(400, 132015, '(#132015) Template is Paused', 'Template is paused due to low quality.');
export const templateDisabled = () =>
  new GraphError(400, 132016, '(#132016) Template is Disabled', 'Template is disabled due to low quality.');
export const wrongParameters = (details: string) =>
  new GraphError(400, 132000, '(#132000) Number of parameters does not match the expected number of params', details);
export const wrongParameterText = (details: string) =>
  new GraphError(400, 132018, '(#132018) Template parameters are not valid', details);
export const pairRateHit = () =>
  new GraphError(
    400,
    131056,
    '(#131056) (Business Account, Consumer Account) pair rate limit hit',
    'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.',
  );
export const serverError = () =>
  new GraphError(500, 131000, '(#131000) Something went wrong', 'Message failed to send due to an unknown error.');
