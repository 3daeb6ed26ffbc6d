import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { UnansweredQuestion } from '#app/ports.ts';
import type { TopicId } from '#core/ids.ts';
import { questionKeyOf, questionOf } from './items.ts';

/** Two people who link the same question at the same moment are rare; three are not to be expected. */
const MOST_TRIES = 3;

/**
 * Writes down which topic a question belongs to; the last one who says so is right.
 * @returns false where the question is no longer there
 */
export const linkQuestion = async (
  { client, TableName }: { readonly client: DynamoDBClient; readonly TableName: string },
  which: Pick<UnansweredQuestion, 'number' | 'at' | 'contact' | 'turn'>,
  topic: TopicId,
): Promise<boolean> => {
  const Key = questionKeyOf(which);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    if (!Item) return false;
    const linked = JSON.stringify({ ...questionOf(Item), linked: topic });
    try {
      await client.send(
        new UpdateItemCommand({
          TableName,
          Key,
          UpdateExpression: 'SET qu = :linked',
          // Nothing is written where the question has expired in between, or was linked by somebody else.
          ConditionExpression: 'qu = :read',
          ExpressionAttributeValues: { ':linked': { S: linked }, ':read': Item['qu'] ?? { S: '' } },
        }),
      );
      return true;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }
  return false;
};
