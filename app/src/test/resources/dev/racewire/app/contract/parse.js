// Reads an AsyncAPI document from stdin; prints what is wrong with it, then the number of its channels.
const fs = require('fs');
const { Parser } = require('@asyncapi/parser');
const { AvroSchemaParser } = require('@asyncapi/avro-schema-parser');

const parser = new Parser();
parser.registerSchemaParser(AvroSchemaParser());
parser.parse(fs.readFileSync(0, 'utf8')).then(({ document, diagnostics }) => {
  diagnostics.forEach((found) => console.log(found.path.join('/') + ': ' + found.message));
  console.log('channels: ' + (document ? document.channels().length : 'none'));
});
