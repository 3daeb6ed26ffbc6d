/**
 * Stands in for `@smithy/core/event-streams`, which the SDK loads for operations that stream events. DynamoDB, SQS
 * and Secrets Manager as we use them have none; without it the bundle also needs no module loaded on demand.
 */
const refuse = (): never => {
  throw new Error('Event streams are left out of the bundle.');
};

export const EventStreamSerde = refuse;
export const eventStreamSerdeProvider = refuse;
