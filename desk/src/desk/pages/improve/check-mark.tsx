/** The box of a checkbox; `some` where only a part of what it stands for is chosen. */
export const CheckMark = ({ state }: { state: 'on' | 'some' | 'off' }) => (
  <svg className={`box-mark box-mark-${state}`} viewBox="0 0 18 18" aria-hidden="true">
    {state === 'on' && <path d="M4 9.5 7.5 13 14 5.5" />}
    {state === 'some' && <path d="M4.5 9h9" />}
  </svg>
);
