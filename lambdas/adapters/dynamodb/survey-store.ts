import { type AttributeValue, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Campaign, SurveyStore } from '#app/outreach/ports.ts';
import { SCHEMA_VERSION } from '#config.ts';
import type { NumberId } from '#core/ids.ts';
import type { Lang } from '#core/language.ts';
import { holds } from './conditional.ts';
import { COUNT } from './district-items.ts';
import { surveyItem } from './district-outreach-items.ts';
import { createDistrictTable, type DistrictTableOptions } from './district-table.ts';
import { json, type Key, parsed, readable, type StoredItem, version } from './items.ts';

const ANSWER_PREFIX = 'ANSWER#';
const partitionOf = (survey: string) => ({ S: `SURVEY#${survey}` });
const campaignKey = (survey: string, number: NumberId): Key => ({
  pk: partitionOf(survey),
  sk: { S: `CAMPAIGN#${number}` },
});

interface Answered {
  readonly answers: readonly number[];
  readonly lang: Lang;
}
const answeredIn = (item: StoredItem): Answered => parsed(readable(item), 'an');

/** Surveys in the district's partition; how far each has gone, and its answers, in a partition of its own. */
export const createDynamoSurveyStore = (options: DistrictTableOptions): SurveyStore => {
  const { client, table: TableName } = options;
  const district = createDistrictTable(options);
  return {
    saveSurvey: (survey) => district.replace(surveyItem(survey), survey.version),

    campaign: async (survey, number) => {
      const { Item } = await client.send(
        new GetItemCommand({ TableName, Key: campaignKey(survey, number), ConsistentRead: true }),
      );
      return Item ? parsed<Campaign>(readable(Item), 'ca') : undefined;
    },

    saveCampaign: (campaign) => {
      const { survey, number, version: written } = campaign;
      return holds(
        client.send(
          new PutItemCommand({
            TableName,
            Item: {
              ...campaignKey(survey, number),
              ...version,
              [COUNT]: { N: String(written) },
              ca: json(campaign),
            },
            ConditionExpression: written === 1 ? 'attribute_not_exists(pk)' : '#n = :before',
            ...(written === 1
              ? {}
              : {
                  ExpressionAttributeNames: { '#n': COUNT },
                  ExpressionAttributeValues: { ':before': { N: String(written - 1) } },
                }),
          }),
        ),
      );
    },

    saveAnswers: async (survey, key, answers, lang) => {
      await holds(
        client.send(
          new PutItemCommand({
            TableName,
            Item: {
              pk: partitionOf(survey),
              sk: { S: `${ANSWER_PREFIX}${key}` },
              v: { N: String(SCHEMA_VERSION) },
              [COUNT]: { N: String(answers.length) },
              an: json({ answers, lang } satisfies Answered),
            },
            // An effect that is done again late must not take back an answer.
            ConditionExpression: 'attribute_not_exists(pk) OR #n <= :count',
            ExpressionAttributeNames: { '#n': COUNT },
            ExpressionAttributeValues: { ':count': { N: String(answers.length) } },
          }),
        ),
      );
    },

    answers: async (survey) => {
      const found: Answered[] = [];
      let from: Record<string, AttributeValue> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
            ExpressionAttributeValues: { ':pk': partitionOf(survey), ':prefix': { S: ANSWER_PREFIX } },
            ...(from ? { ExclusiveStartKey: from } : {}),
          }),
        );
        found.push(...Items.map(answeredIn));
        from = LastEvaluatedKey;
      } while (from);
      return found;
    },
  };
};
