-- V225: a loss of contact closes when the member dies or leaves for good.
-- Why:      it stayed open for ever, among those with whom contact is sought; and found he was not.
-- Cost:     reads contact_loss once under its lock.
-- Deploy:   with the version of the service that knows the state: the version before cannot read a loss that is closed.
-- Rejected: "found" on that day: who is removed because he was lost was never found. A filter by the member's status: each list,
--           rule and count would have to know it.
alter table contact_loss drop constraint contact_loss_state;
alter table contact_loss add constraint contact_loss_state check (state in ('LOST', 'FOUND', 'CLOSED'));
