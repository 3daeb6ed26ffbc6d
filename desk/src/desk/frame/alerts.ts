import type { Me } from '#contract/desk-api.ts';
import type { Arrival } from '../api/known.ts';
import { languageOf, schoolName } from '../words/languages.ts';
import { announce } from './announce.tsx';
import { prefer, preferences } from './preferences.ts';

let audio: AudioContext | undefined;

/** Two soft tones; urgent ones are higher and come twice. Nothing sounds before somebody has tapped on the page. */
const beep = (isUrgent: boolean): void => {
  audio ??= new AudioContext();
  const tones = isUrgent ? [880, 1175, 880, 1175] : [660, 880];
  for (const [index, frequency] of tones.entries()) {
    const start = audio.currentTime + index * 0.16;
    const tone = new OscillatorNode(audio, { type: 'sine', frequency });
    const volume = new GainNode(audio, { gain: 0 });
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.16, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.15);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.16);
  }
};

/** Asks the browser whether it may show notifications. Called on a tap only. @returns whether it may */
export const askForNotifications = async (): Promise<boolean> =>
  'Notification' in window && (await Notification.requestPermission()) === 'granted';

/** Lets somebody hear what they switched on. */
export const switchSound = (isOn: boolean): void => {
  prefer({ hasSound: isOn });
  if (isOn) beep(false);
};

const TITLES: Readonly<Record<Arrival['kind'], string>> = {
  urgent: 'Urgent: a family needs somebody now',
  new: 'A family is waiting',
  wrote: 'A family has written to you again',
};

/** Never a word of the family: a notification stands on locked screens. */
const aboutIt = ({ handoff }: Arrival, me: Me): string =>
  [languageOf(me, handoff.lang).name, ...handoff.schools.map((id) => schoolName(me, id))].join(' · ');

const notify = (arrival: Arrival, me: Me): void => {
  const { contact, id } = arrival.handoff;
  const notification = new Notification(TITLES[arrival.kind], { body: aboutIt(arrival, me), tag: `${contact}/${id}` });
  notification.onclick = () => {
    window.focus();
    location.hash = `#/handoffs/${encodeURIComponent(contact)}/${encodeURIComponent(id)}`;
    notification.close();
  };
};

/** Tells what has come in, in each way that was chosen. */
export const alertTo = (me: Me, arrivals: readonly Arrival[]): void => {
  const { hasSound, hasNotifications } = preferences();
  if (hasSound) beep(arrivals.some(({ kind }) => kind === 'urgent'));
  for (const arrival of arrivals) {
    announce(`${TITLES[arrival.kind]}: ${aboutIt(arrival, me)}`, 'heard');
    const isAllowed = hasNotifications && 'Notification' in window && Notification.permission === 'granted';
    if (isAllowed && document.hidden) notify(arrival, me);
  }
};
