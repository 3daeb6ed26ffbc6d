import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Questions } from '#contract/desk-api.ts';
import { useApi } from '../../api/use-api.ts';
import type { Span } from '../summary/span.ts';
import { type QuestionGroups, withLinked } from './question-list.ts';

/** Some questions, and the topic that they belong to. */
export interface Link {
  readonly questions: ReadonlySet<string>;
  readonly topic: { readonly id: string; readonly title: string };
}

const keyOf = (days: Span) => ['questions', days];

/** The questions of the last days. */
export const useQuestions = (days: Span) => {
  const api = useApi();
  return useQuery({
    queryKey: keyOf(days),
    queryFn: ({ signal }) => api.get(`/questions?days=${days}`, Questions, signal),
  });
};

/** Links questions to a topic. The list shows it at once and is read again, because colleagues link too. */
export const useLink = (days: Span, onLinked: (link: Link) => void) => {
  const api = useApi();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ questions, topic }: Link) =>
      api.post('/questions/link', { questions: [...questions], topic: topic.id }, Questions),
    onSuccess: (_answer, link) => {
      cache.setQueryData<QuestionGroups>(keyOf(days), (list) => list && withLinked(list, link.questions, link.topic));
      onLinked(link);
      return cache.invalidateQueries({ queryKey: ['questions'] });
    },
  });
};
