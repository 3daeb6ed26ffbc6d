/** What makes a text look like advertising. */
export type Promotion = 'offer' | 'pressure' | 'invitation' | 'marks';

/**
 * Words that Meta takes for promotion, in the languages that staff write titles in most often: its guide counts offers
 * and discounts, calls to buy or sign up, and invitations to events as marketing ("Template categorization", 2026-05),
 * and others report the same of urgency ("don't miss out", "limited time"). "Free" alone is a fact that families need,
 * and is not among them.
 */
const WORDS: readonly (readonly [Promotion, RegExp])[] = [
  [
    'offer',
    /\b(?:discounts?|coupons?|promo(?:tion)?s?|special offers?|free (?:gifts?|trials?|offers?)|giveaways?)\b/iu,
  ],
  ['offer', /\b(?:raffles?|prizes?|win (?:a|an|big|one)|on sale|best price|exclusive)\b|\d\s?% off/iu],
  ['offer', /\b(?:descuentos?|cup(?:ó|o)n(?:es)?|promoci(?:ó|o)n(?:es)?|ofertas?|rifas?|sorteos?|gane)(?!\p{L})/iu],
  ['offer', /(?<!\p{L})(?:remises?|soldes|tombolas?|gagnez|descontos?|cupons?|promoç(?:ão|ões)|sorteios?)(?!\p{L})/iu],
  ['offer', /(?<!\p{L})(?:скидк\p{L}*|распродаж\p{L}*|розыгрыш\p{L}*|знижк\p{L}*|розпродаж\p{L}*)/iu],
  ['offer', /优惠|打折|抽奖|促销|خصم|تخفيضات|giảm giá|khuyến mãi/iu],
  [
    'pressure',
    /\b(?:don['’]?t miss|last chance|hurry|act (?:now|fast)|limited (?:time|offers?|spots?|seats?|places?))\b/iu,
  ],
  ['pressure', /\b(?:only \d+ (?:spots?|seats?|places?) left|while supplies last|today only)\b/iu],
  ['pressure', /no (?:se lo|te lo) pierd\p{L}+|última oportunidad|cupos? limitados?|plazas limitadas|apúrese/iu],
  ['pressure', /ne manquez pas|dernière chance|places limitées|não perca|última chance|vagas limitadas/iu],
  ['pressure', /не пропустите|последний шанс|не пропустіть|останній шанс|不要错过|机会难得|pa rate/iu],
  [
    'invitation',
    /\b(?:join us|come (?:and )?celebrate|sign up (?:now|today)|register (?:now|today)|buy|shop now|check out)\b/iu,
  ],
  [
    'invitation',
    /únase|inscríbase (?:ya|hoy)|regístrese (?:ya|hoy)|compre|rejoignez-nous|inscrivez-vous vite|participe já/iu,
  ],
  ['marks', /[!¡！]{2,}|[🎉🔥💸🎁💰🤑🛍🎊⚡‼❗]/u],
  ['marks', /(?<!\p{L})\p{Lu}{4,}(?:\s+\p{Lu}{4,})+(?!\p{L})/u],
];

/** The first sign of each kind of promotion in a text, as it stands there. */
export const promotionIn = (text: string): readonly { readonly kind: Promotion; readonly found: string }[] => {
  const found = WORDS.flatMap(([kind, pattern]) => {
    const match = pattern.exec(text);
    return match ? [{ kind, found: match[0] }] : [];
  });
  return found.filter(({ kind }, index) => found.findIndex((one) => one.kind === kind) === index);
};
