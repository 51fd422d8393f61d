import { FileScanner } from './file-scanner.js';
import { mediaTypeOf } from './media-type.js';

const scanner = new FileScanner();
const zip = (...names: string[]) => Buffer.from(`PK\x03\x04${names.join('PK\x03\x04')}`, 'latin1');
const text = (words: string) => Buffer.from(words, 'utf8');

describe('what a file is follows from its bytes', () => {
  it.each<[string, Buffer, string | null]>([
    ['a PDF', text('%PDF-1.7\n...'), 'application/pdf'],
    ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['words, Welsh ones among them', text('Tŷ Ŵyn\r\n\t👧'), 'text/plain'],
    [
      'a Word document',
      zip('[Content_Types].xml', 'word/document.xml'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['an OpenDocument text', zip('mimetypeapplication/vnd.oasis.opendocument.text'), 'application/vnd.oasis.opendocument.text'],
    ['any other archive', zip('a.exe'), null],
    ['half a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47]), null],
    ['bytes that are no text', Buffer.from([0xc3, 0x28]), null],
    ['text with control characters', text('a\x07b'), null],
    ['nothing', Buffer.alloc(0), null],
  ])('%s', (_, bytes, expected) => {
    expect(mediaTypeOf(bytes)).toBe(expected);
  });
});

describe('what is not taken in', () => {
  it.each<[string, Buffer, string]>([
    ['a Windows program', text('MZ\x90\x00'), 'fileIsProgram'],
    ['a Linux program', text('\x7fELF\x02'), 'fileIsProgram'],
    ['a shell script', text('#!/bin/sh\nrm -rf /'), 'fileIsScript'],
    ['a web page', text('  <!DOCTYPE html><title>x</title>'), 'fileIsScript'],
    ['a drawing that may hold scripts', text('<svg xmlns="x"></svg>'), 'fileIsScript'],
    ['text with a script in it', text('Dear all <script>alert(1)</script>'), 'fileIsScript'],
    ['a document with macros', zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), 'fileHasMacros'],
    ['a PDF that runs something', text('%PDF-1.7\n<< /OpenAction << /S /JavaScript /JS (x) >> >>'), 'fileHasMacros'],
    [
      'the test file of the industry',
      text('X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'),
      'fileIsInfected',
    ],
  ])('%s', async (_, bytes, finding) => {
    expect(await scanner.findingIn(bytes)).toBe(finding);
  });

  it('plain documents are', async () => {
    expect(await scanner.findingIn(text('%PDF-1.7\nplain'))).toBeNull();
    expect(await scanner.findingIn(text('He said #! and <3, then left.'))).toBeNull();
    expect(await scanner.findingIn(zip('[Content_Types].xml', 'word/document.xml'))).toBeNull();
  });
});
