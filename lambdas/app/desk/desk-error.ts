/** Why the desk does not do what it is asked: the request, the person, the thing, its state, or something behind it. */
export type DeskErrorKind = 'bad_request' | 'forbidden' | 'not_found' | 'conflict' | 'unavailable';

/** Thrown where the desk refuses. Its message is a sentence for the person, and holds no words of a family. */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  readonly kind: DeskErrorKind;

  constructor(kind: DeskErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** What is not there, or not for this person: the answer is the same, so that it tells nothing. */
export const notFound = (what: string): DeskError =>
  new DeskError('not_found', `There is no such ${what}, or it belongs to a school that is not yours.`);
