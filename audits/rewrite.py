"""Write the reports anew from the last record, after a change to items or colours: `python -m audits.rewrite`."""

from audits import kwcag, record, report

if __name__ == "__main__":
    found = record.load()
    report.write(found)
    kwcag.write(found)
