import type { Campaign, SurveyStore } from '#app/outreach/ports.ts';
import type { Lang } from '#core/language.ts';

type Answered = { readonly answers: readonly number[]; readonly lang: Lang };

/** How far surveys have gone and what was answered, in memory; surveys themselves stand with the district. */
export const createMemorySurveyStore = (district: Pick<SurveyStore, 'saveSurvey'>): SurveyStore => {
  const campaigns = new Map<string, Campaign>();
  const answered = new Map<string, Map<string, Answered>>();
  return {
    saveSurvey: district.saveSurvey,
    campaign: async (survey, number) => campaigns.get(`${survey}#${number}`),
    saveCampaign: async (campaign) => {
      const key = `${campaign.survey}#${campaign.number}`;
      if (campaign.version !== (campaigns.get(key)?.version ?? 0) + 1) return false;
      campaigns.set(key, { ...campaign });
      return true;
    },
    saveAnswers: async (survey, key, answers, lang) => {
      const ofSurvey = answered.get(survey) ?? new Map<string, Answered>();
      answered.set(survey, ofSurvey);
      if (answers.length >= (ofSurvey.get(key)?.answers.length ?? 0))
        ofSurvey.set(key, { answers: [...answers], lang });
    },
    answers: async (survey) => {
      const ofSurvey = answered.get(survey) ?? new Map<string, Answered>();
      return [...ofSurvey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one);
    },
  };
};
