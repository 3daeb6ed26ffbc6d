import type { NoticeWords } from '#app/notice-words.ts';

/**
 * Hosts of Teams workflows, or below them: `logic.azure.com` (older ones) and `environment.api.powerplatform.com`
 * (since 30 November 2025), and Power Automate's own (Argo CD, "Teams Workflows"; read November 2026).
 */
const TEAMS_HOSTS = ['logic.azure.com', 'api.powerplatform.com', 'api.powerautomate.com'];

const isTeams = ({ hostname }: URL): boolean =>
  TEAMS_HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`));

/**
 * What the workflow trigger "When a Teams webhook request is received" takes: a message with an Adaptive Card
 * (Microsoft Learn, "Create and send messages", and Power Automate's Teams connector; read November 2026). The older
 * message cards are not taken by it, and the connectors that took them have been retired.
 */
const teamsPayload = ({ title, text, link, isUrgent }: NoticeWords) => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        body: [
          {
            ...{ type: 'TextBlock', text: title, wrap: true, weight: 'Bolder', size: 'Medium' },
            color: isUrgent ? 'Attention' : 'Default',
          },
          { type: 'TextBlock', text, wrap: true },
        ],
        actions: [{ type: 'Action.OpenUrl', title: 'Open it at the desk', url: link }],
      },
    },
  ],
});

const SLACK_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Three signs have a meaning of their own (Slack, "Formatting message text", read November 2026). */
const slackText = (text: string): string => text.replace(/[&<>]/g, (sign) => SLACK_ESCAPES[sign] ?? sign);

/** Slack's incoming webhook; Mattermost and Rocket.Chat take the same. `<!channel>` rings for everybody there. */
const slackPayload = ({ title, text, link, isUrgent }: NoticeWords) => ({
  text: `${isUrgent ? '<!channel> ' : ''}*${slackText(title)}*\n${slackText(text)}\n<${slackText(link)}|Open it at the desk>`,
});

/** The body of the request, as the service behind the address wants it. */
export const payloadFor = (url: URL, notice: NoticeWords): object =>
  isTeams(url) ? teamsPayload(notice) : slackPayload(notice);
