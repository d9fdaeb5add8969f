// The rules that the HTML source must keep, and why some of the validator's own are left out.

export const HTML_RULES = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Matters of taste that no reader of the page can notice.
    'long-title': 'off',
    'no-implicit-button-type': 'off',
    'no-trailing-whitespace': 'off',
    'prefer-tbody': 'off',
    'tel-non-breaking': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // Ids may begin with a digit; they must only be unique and without spaces.
    'valid-id': ['error', { relaxed: true }],
    // Our own files come from our own host.
    'require-sri': 'off',
    // A name on an element that can carry one (section, group, list) is help, not misuse.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Several fields or buttons of one name are how a form sends a list, or which button was pressed.
    'form-dup-name': 'off',
    'no-raw-characters': ['error', { relaxed: true }],
    // The policy for content forbids these; a page that has one is broken for everybody.
    'no-inline-style': 'error',
  },
};
