"""Words of coordination among states: levers, settings, figures, rules, problems, deals."""

from game.text.catalogue import mark

LEVERS: dict[str, tuple[str, str, str]] = {
    "cartel_pledge": (
        mark("Pledge to cut output"),
        mark("The lowest pledge of at least two members binds them all from the next turn."),
        mark("changed the pledge to cut output"),
    ),
    "cartel_output": (
        mark("Keep the cut or not"),
        mark("Who digs more than agreed sells more at the higher price, until it is found out."),
        mark("chose how to treat the agreed cut"),
    ),
    "join_label": (
        mark("Certificate of the region"),
        mark("Metal carries the shared label. It costs now and pays only if buyers know it."),
        mark("changed the part in the shared certificate"),
    ),
    "ev_role": (
        mark("Part in making electric cars"),
        mark("Each member keeps to one part. The gain grows with every part that is kept."),
        mark("changed the part in making electric cars"),
    ),
    "share_data": (
        mark("Share data on the ground"),
        mark("All members find ore more easily. Keeping the data fresh costs each who shares."),
        mark("changed the sharing of data on the ground"),
    ),
    "propose_card": (
        mark("Propose to the ministers"),
        mark("It stands on the agenda of the next meeting."),
        mark("made a proposal to the ministers"),
    ),
    "vote_card": (
        mark("Vote in the ministers' meeting"),
        mark("It passes if half are for it and nobody is against."),
        mark("voted in the ministers' meeting"),
    ),
    "fund_contribution": (
        mark("Pay into the trust fund"),
        mark("Yearly money for inspectors and teachers where inspection is weakest."),
        mark("changed the payment into the trust fund"),
    ),
    "draw_window": (
        mark("Borrow from the shared window"),
        mark("A cheaper loan of several lenders, for states that depend on none of them."),
        mark("borrowed from the shared window"),
    ),
    "initiative": (
        mark("Green mining initiative"),
        mark("Join, watch or stay out. Standards of members drift; money may follow."),
        mark("changed the stance on the green initiative"),
    ),
    "friends_club": (
        mark("Club of careful friends"),
        mark("Friends look slowly, then pay and build more where standards are high."),
        mark("changed the application to the friends' club"),
    ),
    "propose_deal": (
        mark("Propose a deal to a neighbour"),
        mark("It waits two turns for an answer. Both are bound once it is accepted."),
        mark("proposed a deal to a neighbour"),
    ),
    "answer_deal": (
        mark("Answer a neighbour's deal"),
        mark("Accept it or refuse it. Without an answer it lapses."),
        mark("answered a neighbour's deal"),
    ),
    "leave_deal": (
        mark("Leave a deal"),
        mark("Costs 15 points of belief in your promises, and 5 of the region's cohesion."),
        mark("left a deal with a neighbour"),
    ),
}

SETTINGS: dict[str, dict[int, str]] = {
    "cartel_output": {0: mark("Keep the agreed cut"), 1: mark("Dig more than agreed, in secret")},
    "join_label": {0: mark("Without the label"), 1: mark("With the label")},
    "share_data": {0: mark("Data is kept at home"), 1: mark("Data is shared")},
    "propose_card": {0: mark("Not proposed"), 1: mark("Propose it")},
    "vote_card": {0: mark("No vote"), 1: mark("For"), 2: mark("Against")},
    "initiative": {0: mark("Stay out"), 1: mark("Watch"), 2: mark("Join")},
    "friends_club": {0: mark("No application"), 1: mark("Apply, or stay a member")},
    "answer_deal": {-1: mark("No answer yet"), 0: mark("Refuse"), 1: mark("Accept")},
    "leave_deal": {0: mark("Stay"), 1: mark("Leave it")},
}
"""Settings that read as a choice; the others are amounts."""

DEALS: dict[str, str] = {
    "price_club": mark("Price club"),
    "quota": mark("Joint limit on exports"),
    "swap": mark("Swap of ore sales"),
    "data": mark("Shared data on the ground"),
    "recognition": mark("Certificates that count for both"),
    "loan": mark("Loan to a neighbour"),
}

REGION: dict[str, str] = {
    "cohesion": mark("Cohesion of the region"),
    "cut": mark("Agreed cut in output"),
    "joint_share": mark("Members' share of world supply"),
    "compliance": mark("Part of the cut that is kept"),
    "strictness": mark("Strictness of the label"),
    "audit": mark("Who checks the label"),
    "equal": mark("Another label counts as equal"),
    "label_trust": mark("Trust in the label"),
    "coverage": mark("Metal that carries the label"),
    "lead_body": mark("Lead body for electric cars"),
    "data_quality": mark("Quality of shared data"),
    "fund": mark("Trust fund"),
    "window": mark("Money in the shared window"),
    "restrictions": mark("Limits on trade in the world"),
}
CARD: dict[str, str] = {
    "stage": mark("Stage of the proposal"),
    "ayes": mark("Votes for it"),
    "noes": mark("Votes against it"),
}
BOND: dict[str, str] = {
    "opinion": mark("Opinion at home"),
    "answer_until": mark("Tariff in answer until"),
}
MEMBER: dict[str, str] = {
    "pledge": mark("Pledged cut"),
    "cheats": mark("Digs more than agreed"),
    "caught": mark("Caught digging too much"),
    "excess": mark("Dug beyond the agreed cut"),
    "labelled": mark("Carries the shared label"),
    "role": mark("Part in making electric cars"),
    "role_income": mark("Income from its part"),
    "shares_data": mark("Shares data on the ground"),
    "contribution": mark("Payment into the trust fund"),
    "grant": mark("Grant from the trust fund"),
    "awards": mark("Awards won"),
    "window_debt": mark("Owed to the shared window"),
    "initiative": mark("Stance on the green initiative"),
    "drift": mark("Standards taken over"),
    "club": mark("Place in the friends' club"),
    "club_due": mark("Date of the friends' answer"),
}
SHARES = frozenset({"cut", "pledge", "joint_share", "compliance", "strictness", "coverage"})

RULES: dict[str, tuple[str, str]] = {
    "cartel_pledge": (
        mark("Pledge to cut"),
        mark("A pledge shows what cut a member could live with."),
    ),
    "cartel_output": (
        mark("Keeping the cut"),
        mark("Each member decides alone whether it keeps the cut."),
    ),
    "cartel_cut": (
        mark("Agreed cut"),
        mark("The lowest pledge of at least two members holds next turn."),
    ),
    "cartel_share": (
        mark("Members' joint share"),
        mark("A cut moves prices only as far as members weigh."),
    ),
    "cartel_kept": (
        mark("Cut that was kept"),
        mark("Only what is really not dug makes ore scarce."),
    ),
    "cartel_excess": (
        mark("Dug beyond the cut"),
        mark("A member that does not keep the cut sells more."),
    ),
    "cartel_caught": (
        mark("Caught digging too much"),
        mark("Shared data make a secret surplus easier to see."),
    ),
    "cartel_fine": (
        mark("Fine for the surplus"),
        mark("Half of its worth goes to those who kept the cut."),
    ),
    "label_coverage": (
        mark("Metal with the label"),
        mark("Buyers take note once enough metal carries it."),
    ),
    "label_trust": (
        mark("Trust in the label"),
        mark("Trust follows inspection and who does the checking."),
    ),
    "greenwash": (
        mark("An empty label is exposed"),
        mark("One member's scandal costs all who carry it."),
    ),
    "ev_role": (mark("Part chosen"), mark("A member keeps to one part of the chain.")),
    "role_paid": (mark("Part paid for"), mark("Keeping a part costs the treasury money.")),
    "role_income": (
        mark("Income from its part"),
        mark("Every pair of parts that fit adds to the gain."),
    ),
    "role_tax": (mark("Tax on that income"), mark("Firms pay tax on profit as others do.")),
    "data_paid": (mark("Data kept fresh"), mark("Sharing data costs those who share.")),
    "data_quality": (
        mark("Quality of shared data"),
        mark("It follows the share of members that share."),
    ),
    "data_narrows": (
        mark("Estimates narrow"),
        mark("Common data tell more about what lies in the ground."),
    ),
    "proposed": (mark("On the agenda"), mark("The next meeting votes on it.")),
    "vote": (mark("Vote"), mark("Votes are counted when all have voted.")),
    "meeting": (mark("Ministers meet"), mark("A meeting brings members closer.")),
    "objection": (mark("Objection"), mark("One objection stops a proposal, and stings.")),
    "decided": (mark("Decision of the ministers"), mark("Half must be for it and nobody against.")),
    "card_adopted": (mark("Proposal adopted"), mark("Ministers agreed without objection.")),
    "card_dropped": (mark("Proposal dropped"), mark("It lacked support or met an objection.")),
    "fund_paid_in": (mark("Paid into the fund"), mark("Members fill the trust fund.")),
    "fund_grant": (
        mark("Grant from the fund"),
        mark("It pays inspectors and teachers where they are fewest."),
    ),
    "award": (
        mark("Award for good practice"),
        mark("Buyers notice it only if they can see standards."),
    ),
    "window_filled": (mark("Lenders fill the window"), mark("Several lenders pay in equal parts.")),
    "window_loan": (mark("Loan of the window"), mark("Owed to several lenders at once.")),
    "window_interest": (
        mark("Cheaper interest"),
        mark("The window asks half of the usual interest."),
    ),
    "window_repaid": (mark("Window repaid"), mark("A part of the loan is due each year.")),
    "side_deal": (
        mark("Deal of its own"),
        mark("A promise to one partner weakens the common voice."),
    ),
    "cohesion": (mark("Cohesion"), mark("Members that treat exports alike stay closer together.")),
    "initiative": (mark("Stance taken"), mark("Joining pleases the partner behind it.")),
    "standards_drift": (
        mark("Standards drift"),
        mark("Who joined takes over the partner's standards bit by bit."),
    ),
    "initiative_funds": (
        mark("Funding arrives"),
        mark("Money follows the words with a small chance."),
    ),
    "club": (mark("Application"), mark("Friends take their time to look.")),
    "club_opens": (
        mark("Friends let a member in"),
        mark("Standards are high and carbon is reported."),
    ),
    "club_closes": (
        mark("Friends wait again"),
        mark("Standards fell or carbon is no longer reported."),
    ),
    "limits_spread": (
        mark("Limits spread"),
        mark("Each closed port invites others to close theirs."),
    ),
    "retaliation": (
        mark("Tariff in answer"),
        mark("Likelier the more limits there are in the world."),
    ),
    "tariff": (mark("Tariff paid"), mark("Part of what that partner buys is lost to it.")),
    "opinion": (
        mark("Opinion at home"),
        mark("People judge partners by plants built and accidents."),
    ),
    "opinion_pulls": (
        mark("People warm or cool relations"),
        mark("Standing follows what people at home think of a partner."),
    ),
    "opinion_at_home": (
        mark("People dislike the deal"),
        mark("A deal with a disliked partner costs trust."),
    ),
    "deal_proposed": (mark("Deal proposed"), mark("A neighbour may accept or refuse it.")),
    "deal_refused": (mark("Deal refused"), mark("Nothing changes.")),
    "deal_lapsed": (mark("Deal lapsed"), mark("Nobody answered in time, or the money was gone.")),
    "deal_signed": (mark("Deal signed"), mark("Both states are bound by it.")),
    "deal_ended": (mark("Deal ended"), mark("Its years are over.")),
    "deal_broken": (mark("Deal broken"), mark("Who breaks a deal is believed less afterwards.")),
    "price_club": (mark("Price club"), mark("Both tax ore exports at least this much.")),
    "joint_quota": (mark("Joint limit"), mark("Both let out no more than this share.")),
    "neighbour_loan": (mark("Neighbour's loan"), mark("One treasury lends to another.")),
    "neighbour_loan_back": (
        mark("Neighbour's loan paid back"),
        mark("It falls due when the deal ends."),
    ),
    "neighbour_interest": (
        mark("Neighbour's interest"),
        mark("Half the usual interest, paid to the lender."),
    ),
}

PROBLEMS: dict[str, str] = {
    "not_a_member": mark("There is no agreed cut for you to keep. Pledge a cut first."),
    "no_card": mark("This proposal cannot be chosen now. Look at the agenda."),
    "no_deal": mark("This deal is no longer open. Look at your deals with neighbours."),
    "window_empty": mark(
        "The window holds less, or your part of it is used up. Choose a smaller sum or repay."
    ),
    "window_closed": mark(
        "The window lends to states with autonomy whose debts are spread. Repay or spread yours."
    ),
}
MEMORIES: dict[str, str] = {
    "cartel": mark("resents the agreed cut"),
    "greenwash": mark("saw an empty label exposed"),
    "award": mark("noticed your award"),
    "initiative": mark("noted your stance on its initiative"),
    "retaliated": mark("set a tariff in answer"),
}
