import { Button } from 'react-aria-components';
import { sentenceOf } from '../../api/errors.ts';

interface FormEndProps {
  readonly error: unknown;
  readonly isSaving: boolean;
  /** What the button that sends the form says. */
  readonly save: string;
  readonly onCancel: () => void;
}

/** What a form in a dialog ends with: why it could not be saved, and the way out, both ways. */
export const FormEnd = ({ error, isSaving, save, onCancel }: FormEndProps) => (
  <>
    {error !== null && (
      <p className="field-error" role="alert">
        {sentenceOf(error)}
      </p>
    )}
    <div className="dialog-buttons">
      <Button className="button" onPress={onCancel}>
        Cancel
      </Button>
      <Button type="submit" className="button button-primary">
        {isSaving ? 'Saving…' : save}
      </Button>
    </div>
  </>
);
