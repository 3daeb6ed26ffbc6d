import { type Services, startServices } from '../support/services.ts';
import { describeConversationStore } from './conversation-store.ts';
import { describeDynamoStore, openDynamoStore } from './dynamo.ts';

// Starting stand-ins and thousands of requests take longer than jest's five seconds when the machine is busy.
jest.setTimeout(120_000);

let services: Services;
beforeAll(async () => {
  services = await startServices();
});
afterAll(() => services.stop());

describeConversationStore('the conversation store on dynalite', () => openDynamoStore(services.dynamo), { runs: 100 });
describeDynamoStore('the DynamoDB store on dynalite', async () => services.dynamo);
