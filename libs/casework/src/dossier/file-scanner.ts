/** Why a file is not taken in: a code of the faults. */
export type ScanFinding = 'fileIsProgram' | 'fileIsScript' | 'fileHasMacros' | 'fileIsInfected';

const programs = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  [0x00, 0x61, 0x73, 0x6d],
];
const scripts = [
  /^\s*#!/,
  /^\s*<\?(?:php|xml-stylesheet)/i,
  /<script[\s>]/i,
  /^\s*<(?:!doctype\s+html|html|svg)[\s>]/i,
  /^\s*@echo\s+off/i,
];
const pdfActions = ['/JavaScript', '/JS', '/Launch', '/EmbeddedFile'];
/** The test file of the anti-virus industry, in two halves so that this program is not mistaken for it. */
const testVirus = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'].join('');

/**
 * The door at which files are looked at before they are kept. This one knows programs, scripts, macros and the industry's test file; a
 * service that has a scanner puts its own class in its place. A file is never opened, unpacked or run.
 */
export class FileScanner {
  /** What speaks against taking the file in, or null. */
  findingIn(bytes: Buffer): Promise<ScanFinding | null> {
    return Promise.resolve(findingIn(bytes));
  }
}

function findingIn(bytes: Buffer): ScanFinding | null {
  if (bytes.includes(testVirus)) return 'fileIsInfected';
  if (programs.some((signature) => signature.every((byte, index) => bytes[index] === byte))) return 'fileIsProgram';
  const head = bytes.subarray(0, 4096).toString('latin1');
  if (scripts.some((script) => script.test(head))) return 'fileIsScript';
  if (bytes.includes('vbaProject.bin') || (head.startsWith('PK') && bytes.includes('Basic/Standard/'))) return 'fileHasMacros';
  return head.startsWith('%PDF-') && pdfActions.some((action) => bytes.includes(action)) ? 'fileHasMacros' : null;
}
