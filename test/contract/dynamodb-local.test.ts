import { missingForDynamoLocal, startDynamoLocal } from '../support/dynamodb-local.ts';
import { describeConversationStore } from './conversation-store.ts';
import { describeDynamoStore, openDynamoStore } from './dynamo.ts';

// Java takes seconds to start and warm up, several times that beside other work.
jest.setTimeout(120_000);

const skipped = describe.skip;
const missing = missingForDynamoLocal();
const describeWithDynamoLocal = missing === undefined ? describe : skipped;
const because = missing === undefined ? '' : ` (skipped: ${missing} is missing)`;

describeWithDynamoLocal(`on Amazon's DynamoDB Local${because}`, () => {
  let local: Awaited<ReturnType<typeof startDynamoLocal>>;
  beforeAll(async () => {
    local = await startDynamoLocal();
  });
  afterAll(() => local.stop());

  describeConversationStore('the conversation store', () => openDynamoStore(local.endpoint), { runs: 40 });
  describeDynamoStore('the DynamoDB store', async () => local.endpoint);
});
