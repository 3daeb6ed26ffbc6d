/**
 * DynamoDB's and SQS's stand-ins in a process of their own, for tests: the SQS stand-in is an ES module, which
 * jest's CommonJS cannot load, and here it does not share the test's processor. Prints one line of JSON with
 * the endpoints, and ends when its standard input does.
 */
import { startDynamo } from '../../bin/local/dynamodb.ts';
import { startSqs } from '../../bin/local/sqs.ts';

const [dynamo, sqs] = await Promise.all([startDynamo(), startSqs()]);
process.stdout.write(`${JSON.stringify({ dynamo: dynamo.endpoint, sqs: sqs.endpoint })}\n`);
process.stdin.resume().once('end', () => process.exit());
