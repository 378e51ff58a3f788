"""Function words by which a text in a language without data of its own is told to be in that language."""

from qualcode.lang.data import words

SIGNS = {
    "da": words(
        """
        og jeg det er ikke som på med til af den har vi en et at så også men hvor hvad noget nogle være
        været bliver blev jo godt lige ja nej mig dig sig kan skal vil eller fra efter meget hvordan fordi
        """
    ),
    "no": words(
        """
        og jeg det er ikke som på med til av den har vi en et å så også men hvor hva noe noen være vært
        blir ble jo litt bare ja nei meg deg seg kan skal vil eller fra etter mye mer hvordan hvorfor fordi
        """
    ),
    "sv": words(
        """
        och jag det är inte som på med till av den har vi en ett att så också men var vad något några vara
        varit blir blev ju lite bara ja nej mig dig sig kan ska vill eller från efter mycket mer hur varför
        """
    ),
    "de": words(
        """
        und ich das ist nicht die der ein eine mit zu auf es wir sie er auch aber so wie was da haben habe war
        sind sich den dem des für von im ja nein mich mir noch dann wenn oder nur man sehr
        """
    ),
    "nl": words(
        """
        en ik het is niet de een met te op we ze hij ook maar zo hoe wat er hebben heb was zijn zich voor van
        ja nee mij nog dan als of maar men heel dat die dit je jij naar bij wel
        """
    ),
    "fr": words(
        """
        et je le la les est pas des un une avec à sur il nous vous elle aussi mais comme que qui ce cette ont
        était sont se pour du de dans oui non moi encore alors si ou on très plus c'est j'ai
        """
    ),
    "es": words(
        """
        y yo el la los las es no un una con a sobre nosotros ella también pero como que qué este esta han era
        son se para por del de en sí mi aún entonces si o muy más porque cuando hay
        """
    ),
    "pt": words(
        """
        e eu o a os as é não um uma com nós ela também mas como que quê este esta isso era são se para por do
        da de em sim meu ainda então ou muito mais porque quando tem foi você
        """
    ),
}
