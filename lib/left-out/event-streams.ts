/**
 * Stands in for `@smithy/core/event-streams`, which the SDK loads for operations that stream events. DynamoDB, SQS,
 * S3 and Secrets Manager as we use them have none; without it the bundle also needs no module loaded on demand.
 */
const refuse = (): never => {
  throw new Error('Event streams are left out of the bundle.');
};

/** S3's client asks at its start, whatever it is used for. */
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;
export const EventStreamSerde = refuse;
export const eventStreamSerdeProvider = refuse;
