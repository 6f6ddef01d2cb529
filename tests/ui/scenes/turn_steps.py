"""Steps a person takes in the turn screen, by posted events."""

from game.ui.drive import Driver
from game.ui.scenes.turn import TurnScene
from tests.ui.fakes import FakeServices


def scene_of(services: FakeServices) -> TurnScene:
    case = services.case()
    return TurnScene(case, services.start(case, "industrialiser", 7))


def turn(driver: Driver) -> TurnScene:
    scene = driver.app.scene
    assert isinstance(scene, TurnScene)
    return scene


def has(driver: Driver, id: str) -> bool:
    return driver.root.find(id) is not None


def answer_question(driver: Driver) -> None:
    """Answer the open prediction by keys: the first direction, the first reason."""
    driver.press("1")
    reason = next(w.id for w in driver.root.walk() if w.id.startswith("reason-"))
    driver.click(reason)
    driver.press("ctrl+enter")


def end_turn(driver: Driver) -> None:
    """End the turn by keys, answering what is asked."""
    driver.press("ctrl+enter")
    while has(driver, "ask"):
        answer_question(driver)
    if has(driver, "empty-yes"):
        driver.click("empty-yes")


def open_lever(driver: Driver, lever: str) -> None:
    """Open a lever's card, from wherever it stands."""
    scene = turn(driver)
    if not has(driver, f"card-{lever}") and has(driver, "more"):
        driver.click("more")
    if scene.model.opened != lever:
        driver.root.set_focus(driver.widget(f"card-{lever}"))
        driver.press("enter")


def to_offer(driver: Driver) -> str:
    """Play on until an offer waits; returns its id."""
    for _ in range(5):
        if offers := turn(driver).model.offers():
            return offers[0].card.id
        end_turn(driver)
        driver.press("enter")
    raise AssertionError("no offer came")
